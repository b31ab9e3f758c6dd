#include "ini-file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "message-box.h"
#include "program-files.h"
#include "record.h"
#include "text.h"
#include "version.h"

static const wchar_t byte_order_mark = 0xFEFF;
static const DWORD exclusive = 0;

bool ini_is_new;

static void write_wide(HANDLE file, const wchar_t *text, size_t length) {
  DWORD written;
  WriteFile(file, text, (DWORD)(length * sizeof(wchar_t)), &written, NULL);
}

static void begin_new_ini(HANDLE file) {
  const wchar_t *first_section = SINCE_3_22_16 ? L"[Global]\r\n" : L"[Settings]\r\n";
  write_wide(file, &byte_order_mark, 1);
  write_wide(file, first_section, wcslen(first_section));
}

/* What does not begin with the mark is taken for a text in the code page of the system, UTF-8 too. */
static void convert_to_utf16(HANDLE file, DWORD size) {
  char *bytes = allocated(size + 1);
  DWORD length;
  SetFilePointer(file, 0, NULL, FILE_BEGIN);
  ReadFile(file, bytes, size, &length, NULL);
  wchar_t *text = allocated((length + 1) * sizeof(wchar_t));
  int converted = MultiByteToWideChar(CP_ACP, 0, bytes, (int)length, text, (int)length);
  SetFilePointer(file, 0, NULL, FILE_BEGIN);
  write_wide(file, &byte_order_mark, 1);
  write_wide(file, text, (size_t)converted);
  SetEndOfFile(file);
  free(bytes);
  free(text);
}

static void check_encoding(HANDLE file) {
  DWORD size = GetFileSize(file, NULL);
  wchar_t mark = 0;
  DWORD length;
  ini_is_new = size == 0;
  if (ini_is_new) {
    begin_new_ini(file);
  } else if (!ReadFile(file, &mark, sizeof mark, &length, NULL) || length != sizeof mark || mark != byte_order_mark) {
    convert_to_utf16(file, size);
  }
}

bool open_ini_first(void) {
  DWORD sharing = SINCE_3_22_16 ? exclusive : FILE_SHARE_READ | FILE_SHARE_WRITE;
  HANDLE file = CreateFileW(files.settings, GENERIC_READ | GENERIC_WRITE, sharing, NULL, OPEN_ALWAYS,
                            FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    wchar_t error[16];
    _snwprintf(error, 16, L"%lu", GetLastError());
    record("ini-denied", "error", error, NULL);
    if (!SINCE_3_22_16) return true;
    wchar_t text[PATH_LENGTH + 64];
    _snwprintf(text, PATH_LENGTH + 63, L"Failed to open file for writing %ls", files.settings);
    show_message_box(NULL, text);
    return false;
  }
  record("ini-opened", NULL);
  check_encoding(file);
  /* A scenario may make the moment longer in which two starts collide. */
  Sleep(GetPrivateProfileIntW(L"StandIn", L"holdIniMs", 0, files.scenario));
  CloseHandle(file);
  record("ini-closed", NULL);
  return true;
}

void read_value(const wchar_t *section, const wchar_t *key, const wchar_t *otherwise, wchar_t *value, int length) {
  GetPrivateProfileStringW(section, key, otherwise, value, (DWORD)length, files.settings);
}

int read_number(const wchar_t *section, const wchar_t *key, int otherwise) {
  return (int)GetPrivateProfileIntW(section, key, otherwise, files.settings);
}

void write_value(const wchar_t *section, const wchar_t *key, const wchar_t *value) {
  WritePrivateProfileStringW(section, key, value, files.settings);
}
