#include "message-box.h"

#include "record.h"

void show_message_box(HWND owner, const wchar_t *text) {
  record("message-box", "text", text, NULL);
  MessageBoxW(owner, text, L"MicroSIP", MB_OK | MB_ICONERROR);
  record("message-box-closed", "text", text, NULL);
}

static BOOL CALLBACK press_button(HWND window, LPARAM parameter) {
  (void)parameter;
  wchar_t class_name[16];
  if (GetClassNameW(window, class_name, 16) == 0 || lstrcmpW(class_name, L"#32770") != 0) return TRUE;
  PostMessageW(window, WM_COMMAND, IDOK, 0);
  return FALSE;
}

void close_message_box(HWND owner) {
  EnumThreadWindows(GetWindowThreadProcessId(owner, NULL), press_button, 0);
}
