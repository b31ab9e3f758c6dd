#include "phone.h"

#include <stdio.h>
#include <stdlib.h>

#include "calls.h"
#include "command-line.h"
#include "control.h"
#include "ini-file.h"
#include "instance-search.h"
#include "message-box.h"
#include "network.h"
#include "pjsip-log.h"
#include "program-files.h"
#include "record.h"
#include "registration.h"
#include "settings.h"
#include "text.h"
#include "version.h"

/* Messages to oneself. */
enum {
  UM_CREATED = WM_APP + 1,
  UM_COMMAND_LINE,
  UM_CALL_STATE,
  UM_REGISTERED,
  UM_FREEZE,
  UM_MESSAGE_BOX,
  UM_STACK,
};

static const WPARAM id_exit = 32784;
static const UINT_PTR stack_timer = 1;

/* What dwData of WM_COPYDATA says about how a command is to be handled (facts B). */
enum { HANDLE_AT_ONCE = 1, HANDLE_LATER = 2 };

HWND main_window;
bool hidden_operation;

static const wchar_t *own_tail;
static bool stack_created;
static bool stack_running;
static HANDLE thawed;

void show_main_window(void) {
  if (hidden_operation) return;
  ShowWindow(main_window, SW_SHOW);
  SetForegroundWindow(main_window);
}

void hide_main_window(void) { ShowWindow(main_window, SW_HIDE); }

void post_call_state(void *news) { PostMessageW(main_window, UM_CALL_STATE, 0, (LPARAM)news); }

void post_registered(void) { PostMessageW(main_window, UM_REGISTERED, 0, 0); }

void post_freeze(unsigned limit_ms) {
  ResetEvent(thawed);
  PostMessageW(main_window, UM_FREEZE, limit_ms, 0);
}

void thaw(void) { SetEvent(thawed); }

void post_message_box(void) { PostMessageW(main_window, UM_MESSAGE_BOX, 0, 0); }

void post_stack_state(bool running) { PostMessageW(main_window, UM_STACK, running, 0); }

static void log_stack_start(void) {
  open_log();
  lock_stack();
  log_line("pjsua_core.c", ".pjsua version 2.15.1 for win32 initialized");
  log_line("pjsua_core.c", ".PJSUA state changed: CREATED --> INIT");
  log_line("pjsua_core.c", "SIP UDP socket reachable at 192.0.2.10:5060");
  log_line("pjsua_core.c", "PJSUA state changed: INIT --> STARTING");
  log_line("pjsua_core.c", ".PJSUA state changed: STARTING --> RUNNING");
  unlock_stack();
}

static void log_stack_end(void) {
  lock_stack();
  log_line("pjsua_core.c", "Shutting down, flags=0...");
  log_line("pjsua_core.c", "PJSUA state changed: RUNNING --> CLOSING");
  log_line("pjsua_core.c", ".PJSUA state changed: CLOSING --> NULL");
  log_line("pjsua_core.c", ".PJSUA destroyed...");
  unlock_stack();
  close_log();
}

/* The own command line comes after the stack and before the account, so that a number in it waits (facts A.1). */
static void create_stack(void) {
  log_stack_start();
  stack_created = true;
  stack_running = true;
  record("stack", "state", L"running", NULL);
  if (own_tail[0] != L'\0') {
    record("command", "by", L"start", "text", own_tail, NULL);
    obey(own_tail);
  }
  add_account();
}

static void on_created(void) {
  UINT not_ready_ms = GetPrivateProfileIntW(L"StandIn", L"notReadyMs", 0, files.scenario);
  if (not_ready_ms == 0) create_stack();
  else SetTimer(main_window, stack_timer, not_ready_ms, NULL);
}

/* The tests end the phase in which the stack is not ready, or begin another one. */
static void on_stack_state(bool running) {
  if (running && !stack_created) {
    KillTimer(main_window, stack_timer);
    create_stack();
    return;
  }
  stack_running = running;
  record("stack", "state", running ? L"running" : L"down", NULL);
}

static LRESULT on_copy_data(const COPYDATASTRUCT *data) {
  const wchar_t *text = data->lpData;
  wchar_t way[16];
  _snwprintf(way, 16, L"message %lu", (unsigned long)data->dwData);
  if (data->dwData != HANDLE_AT_ONCE && data->dwData != HANDLE_LATER) {
    record("ignored", "by", way, NULL);
    return TRUE;
  }
  if (!stack_running) {
    record("lost", "by", way, "text", text, NULL);
    return TRUE;
  }
  record("command", "by", way, "text", text, NULL);
  if (data->dwData == HANDLE_AT_ONCE) obey(text);
  else PostMessageW(main_window, UM_COMMAND_LINE, 0, (LPARAM)_wcsdup(text));
  return FALSE;
}

static void exit_phone(void) {
  hide_main_window();
  if (stack_created) end_all_calls();
  save_settings();
  if (stack_created) remove_account();
  if (stack_created) log_stack_end();
  stack_running = false;
  DestroyWindow(main_window);
}

static LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM wide, LPARAM parameter) {
  switch (message) {
    case UM_CREATED:
      on_created();
      return 0;
    case WM_TIMER:
      KillTimer(window, stack_timer);
      create_stack();
      return 0;
    case WM_COPYDATA:
      return on_copy_data((const COPYDATASTRUCT *)parameter);
    case UM_COMMAND_LINE:
      obey((const wchar_t *)parameter);
      free((void *)parameter);
      return 0;
    case UM_CALL_STATE:
      handle_call_state((void *)parameter);
      return 0;
    case UM_REGISTERED:
      record("registered", NULL);
      dial_parked_number();
      return 0;
    case UM_FREEZE:
      record("frozen", NULL);
      WaitForSingleObject(thawed, (DWORD)wide);
      record("thawed", NULL);
      return 0;
    case UM_MESSAGE_BOX:
      show_message_box(window, L"A message that waits for an answer");
      return 0;
    case UM_STACK:
      on_stack_state(wide != 0);
      return 0;
    case WM_SHOWWINDOW:
      record("window", "state", wide ? L"shown" : L"hidden", NULL);
      return 0;
    case WM_COMMAND:
      if (SINCE_3_22_16 && LOWORD(wide) == id_exit) exit_phone();
      return 0;
    case WM_CLOSE:
      exit_phone();
      return 0;
    case WM_DESTROY:
      PostQuitMessage(0);
      return 0;
    default:
      return DefWindowProcW(window, message, wide, parameter);
  }
}

/* The very first start shows the window whatever it was asked (facts A.2). */
static bool starts_hidden(const wchar_t *tail) {
  if (ini_is_new) return false;
  return is_token(tail, L"/minimized") || (SINCE_3_21_6 && is_set(L"minimized"));
}

static bool is_own_token(const wchar_t *tail) {
  return is_token(tail, L"/minimized") || (!SINCE_3_22_3 && is_token(tail, L"/hidden"));
}

int run_phone(HINSTANCE instance, const wchar_t *tail) {
  own_tail = is_own_token(tail) ? L"" : tail;
  hidden_operation = !SINCE_3_22_3 && (is_set(L"silent") || is_token(tail, L"/hidden"));
  thawed = CreateEventW(NULL, TRUE, FALSE, NULL);
  start_network();

  WNDCLASSW window_class = {.lpfnWndProc = on_message, .hInstance = instance, .lpszClassName = WINDOW_CLASS};
  RegisterClassW(&window_class);
  main_window = CreateWindowExW(0, WINDOW_CLASS, L"MicroSIP", WS_OVERLAPPEDWINDOW, 0, 0, 300, 400, NULL, NULL,
                                instance, NULL);
  wchar_t *own_version = wide_of(version_text);
  record("started", "tail", tail, "version", own_version, NULL);
  free(own_version);
  if (!starts_hidden(tail)) show_main_window();
  start_control();
  PostMessageW(main_window, UM_CREATED, 0, 0);

  MSG message;
  while (GetMessageW(&message, NULL, 0, 0) > 0) {
    TranslateMessage(&message);
    DispatchMessageW(&message);
  }
  return 0;
}
