/* Texts: UTF-16 towards Windows, UTF-8 towards SIP, log and record. Who gets a text from here frees it. */
#ifndef STAND_IN_TEXT_H
#define STAND_IN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* A UTF-8 text that grows. */
struct buffer {
  char *bytes;
  size_t length;
  size_t capacity;
};

void append(struct buffer *buffer, const char *format, ...) __attribute__((format(gnu_printf, 2, 3)));
void release(struct buffer *buffer);

char *utf8_of(const wchar_t *text);
wchar_t *wide_of(const char *text);

/* A copy without white space at both ends. */
wchar_t *trimmed(const wchar_t *text);
bool starts_with(const wchar_t *text, const wchar_t *prefix);

/* A copy of the bytes between two places. */
char *copy_of_range(const char *from, const char *to);
/* Remote text in one line of a log: what could begin another one becomes a blank. */
void keep_on_one_line(char *text);

/* What malloc and its kin give; the program ends where there is no memory. */
void *allocated(size_t size);

#endif
