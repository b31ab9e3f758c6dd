#include "record.h"

#include <stdarg.h>
#include <windows.h>

#include "program-files.h"
#include "text.h"

/* Unit by unit, so that a text arrives exactly, halves of surrogate pairs included. */
static void append_json(struct buffer *line, const wchar_t *text) {
  append(line, "\"");
  for (; *text != L'\0'; text++) {
    if (*text == L'"' || *text == L'\\') append(line, "\\%c", *text);
    else if (*text >= L' ' && *text <= L'~') append(line, "%c", *text);
    else append(line, "\\u%04x", (unsigned)*text);
  }
  append(line, "\"");
}

static double milliseconds_since_1970(void) {
  FILETIME now;
  GetSystemTimePreciseAsFileTime(&now);
  ULARGE_INTEGER ticks = {.LowPart = now.dwLowDateTime, .HighPart = now.dwHighDateTime};
  return (double)(ticks.QuadPart - 116444736000000000ULL) / 1e4;
}

/* The clock of process.hrtime() in Node.js, so that a test can subtract. */
static double milliseconds_of_counter(void) {
  LARGE_INTEGER counter, frequency;
  QueryPerformanceCounter(&counter);
  QueryPerformanceFrequency(&frequency);
  return (double)counter.QuadPart / ((double)frequency.QuadPart / 1e3);
}

/* Several processes write one record. Only a byte far behind the end is locked, so that anybody can read meanwhile. */
static void write_line(const struct buffer *line) {
  HANDLE file = CreateFileW(files.record, FILE_GENERIC_READ | FILE_GENERIC_WRITE,
                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return;
  OVERLAPPED place = {.Offset = 0x7fffffff};
  if (LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &place)) {
    DWORD written;
    SetFilePointer(file, 0, NULL, FILE_END);
    WriteFile(file, line->bytes, (DWORD)line->length, &written, NULL);
    UnlockFileEx(file, 0, 1, 0, &place);
  }
  CloseHandle(file);
}

void record(const char *what, ...) {
  double counter = milliseconds_of_counter();
  struct buffer line = {0};
  append(&line, "{\"what\":\"%s\",\"process\":%lu,\"at\":%.3f,\"counter\":%.4f", what, GetCurrentProcessId(),
         milliseconds_since_1970(), counter);
  va_list pairs;
  va_start(pairs, what);
  for (const char *name = va_arg(pairs, const char *); name != NULL; name = va_arg(pairs, const char *)) {
    append(&line, ",\"%s\":", name);
    append_json(&line, va_arg(pairs, const wchar_t *));
  }
  va_end(pairs);
  append(&line, "}\n");
  write_line(&line);
  release(&line);
}
