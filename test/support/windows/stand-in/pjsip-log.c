#include "pjsip-log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "program-files.h"
#include "settings.h"
#include "text.h"
#include "version.h"

static HANDLE log_file = INVALID_HANDLE_VALUE;
static CRITICAL_SECTION stack;
static DWORD last_thread;

/* "_1" goes before the first dot of the whole path, which fails where a folder has one in its name (facts F.3). */
static void keep_previous_log(void) {
  wchar_t previous[PATH_LENGTH];
  const wchar_t *dot = wcschr(files.log, L'.');
  if (dot == NULL) return;
  int length = (int)(dot - files.log);
  _snwprintf(previous, PATH_LENGTH - 1, L"%.*ls_1%ls", length, files.log, dot);
  MoveFileW(files.log, previous);
}

void open_log(void) {
  InitializeCriticalSection(&stack);
  if (!is_set(L"enableLog")) return;
  if (SINCE_3_22_16) keep_previous_log();
  log_file = CreateFileW(files.log, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, CREATE_ALWAYS,
                         FILE_ATTRIBUTE_NORMAL, NULL);
  last_thread = GetCurrentThreadId();
}

void close_log(void) {
  if (log_file != INVALID_HANDLE_VALUE) CloseHandle(log_file);
  log_file = INVALID_HANDLE_VALUE;
}

void lock_stack(void) { EnterCriticalSection(&stack); }

void unlock_stack(void) { LeaveCriticalSection(&stack); }

/* PJSIP marks the first line of a thread after one of another. */
static char thread_mark(void) {
  DWORD thread = GetCurrentThreadId();
  char mark = thread == last_thread ? ' ' : '!';
  last_thread = thread;
  return mark;
}

static void write_entry(const char *sender, const char *text) {
  if (log_file == INVALID_HANDLE_VALUE) return;
  SYSTEMTIME now;
  GetLocalTime(&now);
  struct buffer line = {0};
  lock_stack();
  append(&line, "%02u:%02u:%02u.%03u %22s %c%s\r\n", now.wHour, now.wMinute, now.wSecond, now.wMilliseconds, sender,
         thread_mark(), text);
  DWORD written;
  WriteFile(log_file, line.bytes, (DWORD)line.length, &written, NULL);
  unlock_stack();
  release(&line);
}

void log_line(const char *sender, const char *format, ...) {
  char text[4000];
  va_list arguments;
  va_start(arguments, format);
  __mingw_vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  keep_on_one_line(text);
  write_entry(sender, text);
}

void log_message(bool sent, const char *title, const char *id, const char *message) {
  struct buffer text = {0};
  append(&text, "%s %u bytes %s (%s) %s UDP 192.0.2.20:5060:\n%s\n--end msg--", sent ? "TX" : "RX",
         (unsigned)strlen(message), title, id, sent ? "to" : "from", message);
  write_entry("pjsua_core.c", text.bytes);
  release(&text);
}
