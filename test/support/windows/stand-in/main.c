/*
 * Stands in for microsip.exe in tests on Windows and under Wine: what other programs can see of it, written from the
 * facts about MicroSIP, none of its code. The first start is the phone; every later one reads the ini, hands its command
 * line to the phone, and ends (facts A.1, B). It calls nobody: far ends are made up, and /reset deletes nothing.
 */
#include <stdbool.h>
#include <windows.h>

#include "command-line.h"
#include "ini-file.h"
#include "instance-search.h"
#include "phone.h"
#include "program-files.h"
#include "record.h"
#include "settings.h"
#include "version.h"

static const WPARAM id_exit = 32784;

static void show(HWND phone) {
  ShowWindow(phone, SW_SHOW);
  SetForegroundWindow(phone);
}

/* By SendMessage without a time limit: this process hangs for as long as the phone's window does (facts B.2). */
static void hand_over(HWND phone, const wchar_t *tail) {
  COPYDATASTRUCT data = {
      .dwData = 1,
      .cbData = (DWORD)((wcslen(tail) + 1) * sizeof(wchar_t)),
      .lpData = (void *)tail,
  };
  if (SendMessageW(phone, WM_COPYDATA, 0, (LPARAM)&data)) show(phone);
}

/* What a start does where a phone runs (facts A.2). */
static void act_as_helper(HWND phone, const wchar_t *tail) {
  if (tail[0] == L'\0') {
    show(phone);
  } else if (is_token(tail, L"/minimized") || (!SINCE_3_22_3 && is_token(tail, L"/hidden"))) {
    return;
  } else if (is_token(tail, L"/exit")) {
    SendMessageW(phone, SINCE_3_22_16 ? WM_COMMAND : WM_CLOSE, SINCE_3_22_16 ? id_exit : 0, 0);
  } else if (SINCE_3_21_6 && (is_token(tail, L"/reset") || is_token(tail, L"/resetnoask"))) {
    SendMessageW(phone, WM_CLOSE, 0, 0);
  } else {
    hand_over(phone, tail);
  }
}

/* With these, a start does nothing where no phone runs. */
static bool needs_a_phone(const wchar_t *tail) {
  return is_token(tail, L"/exit") || is_token(tail, L"/answer") || is_token(tail, L"/hangupall") ||
         is_token(tail, L"/reset") || is_token(tail, L"/resetnoask");
}

static int run(HINSTANCE instance, const wchar_t *tail) {
  if (!open_ini_first()) return 1;
  load_settings();

  HWND phone = find_instance();
  if (phone != NULL) {
    record("helper", "tail", tail, NULL);
    act_as_helper(phone, tail);
    return 0;
  }
  return needs_a_phone(tail) ? 0 : run_phone(instance, tail);
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE unused, wchar_t *arguments, int show_command) {
  (void)unused, (void)arguments, (void)show_command;
  const wchar_t *tail = own_command_line();
  find_files();
  find_own_version();
  int exit_code = run(instance, tail);
  record("over", "tail", tail, NULL);
  return exit_code;
}
