#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

void *allocated(size_t size) {
  void *memory = calloc(1, size);
  if (memory == NULL) ExitProcess(3);
  return memory;
}

void append(struct buffer *buffer, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  va_list again;
  va_copy(again, arguments);
  size_t added = (size_t)__mingw_vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (buffer->length + added + 1 > buffer->capacity) {
    buffer->capacity = 2 * (buffer->length + added + 1);
    buffer->bytes = realloc(buffer->bytes, buffer->capacity);
    if (buffer->bytes == NULL) ExitProcess(3);
  }
  __mingw_vsnprintf(buffer->bytes + buffer->length, added + 1, format, again);
  va_end(again);
  buffer->length += added;
}

void release(struct buffer *buffer) {
  free(buffer->bytes);
  *buffer = (struct buffer){0};
}

char *utf8_of(const wchar_t *text) {
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
  char *converted = allocated((size_t)size);
  WideCharToMultiByte(CP_UTF8, 0, text, -1, converted, size, NULL, NULL);
  return converted;
}

wchar_t *wide_of(const char *text) {
  int size = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
  wchar_t *converted = allocated((size_t)size * sizeof(wchar_t));
  MultiByteToWideChar(CP_UTF8, 0, text, -1, converted, size);
  return converted;
}

wchar_t *trimmed(const wchar_t *text) {
  while (iswspace(*text)) text++;
  size_t length = wcslen(text);
  while (length > 0 && iswspace(text[length - 1])) length--;
  wchar_t *copy = allocated((length + 1) * sizeof(wchar_t));
  memcpy(copy, text, length * sizeof(wchar_t));
  return copy;
}

bool starts_with(const wchar_t *text, const wchar_t *prefix) {
  return wcsncmp(text, prefix, wcslen(prefix)) == 0;
}

char *copy_of_range(const char *from, const char *to) {
  size_t length = (size_t)(to - from);
  char *copy = allocated(length + 1);
  memcpy(copy, from, length);
  return copy;
}

void keep_on_one_line(char *text) {
  for (; *text != '\0'; text++)
    if (*text == '\r' || *text == '\n') *text = ' ';
}
