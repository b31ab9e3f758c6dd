#include "hooks.h"

#include <stdlib.h>
#include <windows.h>
#include <shellapi.h>

#include "program-files.h"
#include "record.h"
#include "settings.h"
#include "text.h"

static const DWORD longest_wait_ms = 10000;

struct command {
  wchar_t *file;
  wchar_t *parameters;
};

/* The first part is the program; the others are joined again, without their quotes, and the caller follows unquoted. */
static struct command command_of(const wchar_t *value, const wchar_t *caller) {
  wchar_t *line = trimmed(value);
  int count = 0;
  wchar_t **parts = CommandLineToArgvW(line, &count);
  size_t length = wcslen(line) + wcslen(caller) + PATH_LENGTH;
  struct command command = {
      .file = allocated(length * sizeof(wchar_t)),
      .parameters = allocated(length * sizeof(wchar_t)),
  };
  wcscpy(command.file, parts[0]);
  for (int index = 1; index < count; index++) {
    if (index > 1) wcscat(command.parameters, L" ");
    wcscat(command.parameters, parts[index]);
  }
  wcscat(command.parameters, L" ");
  wcscat(command.parameters, caller);
  LocalFree(parts);
  free(line);
  return command;
}

void run_hook(const wchar_t *key, const char *caller) {
  const wchar_t *value = setting(key);
  if (value[0] == L'\0') return;
  wchar_t *wide_caller = wide_of(caller);
  struct command command = command_of(value, wide_caller);
  SHELLEXECUTEINFOW start = {
      .cbSize = sizeof start,
      .fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI,
      .lpFile = command.file,
      .lpParameters = command.parameters,
      .nShow = SW_HIDE,
  };
  record("hook", "key", key, "file", command.file, "parameters", command.parameters, NULL);
  const wchar_t *outcome = L"failed";
  if (ShellExecuteExW(&start) && start.hProcess != NULL) {
    outcome = WaitForSingleObject(start.hProcess, longest_wait_ms) == WAIT_OBJECT_0 ? L"ended" : L"left running";
    CloseHandle(start.hProcess);
  }
  record("hook-over", "key", key, "outcome", outcome, NULL);
  free(command.file);
  free(command.parameters);
  free(wide_caller);
}
