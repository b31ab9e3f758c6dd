#include "instance-search.h"

#include <psapi.h>
#include <stdbool.h>

#include "program-files.h"

static bool runs_this_program(HWND window) {
  DWORD process_id;
  GetWindowThreadProcessId(window, &process_id);
  /* A process with higher rights cannot be opened, and counts as none. */
  HANDLE process = OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, process_id);
  if (process == NULL) return false;
  wchar_t path[PATH_LENGTH];
  DWORD length = GetModuleFileNameExW(process, NULL, path, PATH_LENGTH);
  CloseHandle(process);
  return length > 0 && lstrcmpiW(path, files.executable) == 0;
}

static BOOL CALLBACK take_main_window(HWND window, LPARAM found) {
  wchar_t class_name[16];
  if (GetWindowLongPtrW(window, GWLP_HINSTANCE) != (LONG_PTR)GetModuleHandleW(NULL)) return TRUE;
  if (GetWindow(window, GW_OWNER) != NULL) return TRUE;
  if (GetClassNameW(window, class_name, 16) == 0 || lstrcmpW(class_name, WINDOW_CLASS) != 0) return TRUE;
  if (!runs_this_program(window)) return TRUE;
  *(HWND *)found = window;
  return FALSE;
}

HWND find_instance(void) {
  HWND found = NULL;
  EnumWindows(take_main_window, (LPARAM)&found);
  return found;
}
