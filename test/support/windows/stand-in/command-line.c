#include "command-line.h"

#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "calls.h"
#include "message-box.h"
#include "phone.h"
#include "record.h"
#include "registration.h"
#include "settings.h"
#include "text.h"
#include "version.h"

/* The one place for a number that waits; a later one takes it (facts A.6). */
static wchar_t *parked;

const wchar_t *own_command_line(void) {
  const wchar_t *rest = GetCommandLineW();
  bool quoted = false;
  for (; *rest != L'\0' && (quoted || *rest > L' '); rest++)
    if (*rest == L'"') quoted = !quoted;
  while (*rest != L'\0' && *rest <= L' ') rest++;
  return rest;
}

bool is_token(const wchar_t *tail, const wchar_t *token) { return lstrcmpW(tail, token) == 0; }

static bool is(const wchar_t *text, const wchar_t *token) { return wcscmp(text, token) == 0; }

static void did(const wchar_t *what, const wchar_t *with) { record("effect", "did", what, "with", with, NULL); }

static wchar_t *copy_of(const wchar_t *text) {
  wchar_t *copy = allocated((wcslen(text) + 1) * sizeof(wchar_t));
  return wcscpy(copy, text);
}

static void replace_all(wchar_t *text, const wchar_t *escape, wchar_t character) {
  for (wchar_t *found = wcsstr(text, escape); found != NULL; found = wcsstr(found + 1, escape)) {
    *found = character;
    wmemmove(found + 1, found + wcslen(escape), wcslen(found + wcslen(escape)) + 1);
  }
}

/* Digits with what people write between them; 3.22.16 asks for four characters. */
static bool is_telephone_number(const wchar_t *number) {
  if (SINCE_3_22_16 && wcslen(number) < 4) return false;
  return number[0] == L'+' || wcsspn(number, L"0123456789*#.-()/ ") == wcslen(number);
}

static void drop_separators(wchar_t *number) {
  wchar_t *kept = number;
  for (const wchar_t *read = number; *read != L'\0'; read++)
    if (wcschr(L".-()/ ", *read) == NULL) *kept++ = *read;
  *kept = L'\0';
}

/* The address of a number: dial plans, prefixes and transports are left to the simulator, whose tests know them all. */
static char *address_of(const wchar_t *number) {
  wchar_t *cleaned = copy_of(number);
  wcstok(cleaned, L",");
  if (is_telephone_number(cleaned)) drop_separators(cleaned);
  char *text = utf8_of(cleaned);
  free(cleaned);
  struct buffer address = {0};
  const char *scheme = strstr(text, "sip:") == NULL ? "sip:" : "";
  bool complete = strchr(text, '@') != NULL || account.domain == NULL;
  append(&address, "<%s%s%s%s>", scheme, text, complete ? "" : "@", complete ? "" : account.domain);
  free(text);
  return address.bytes;
}

/* The stack takes no such address, and MicroSIP says so in a modal message (facts N). */
static bool is_invalid(const wchar_t *number) {
  return wcspbrk(number, L"\\[]\"^`{}|<>") != NULL || wcsstr(number, L"://") != NULL;
}

static void call_number(const wchar_t *number) {
  remember_dialled(number);
  if (is_set(L"singleMode") && has_call_at_hand()) return;
  if (account.domain == NULL && !is_set(L"enableLocalAccount") && is_telephone_number(number)) {
    show_message_box(main_window, L"Account not found");
    return;
  }
  if (is_invalid(number)) {
    show_message_box(main_window, L"Invalid number");
    return;
  }
  did(L"call", number);
  char *address = address_of(number);
  make_call(address);
  free(address);
}

/* The number ends at the first blank; what stands behind it is a chat message, and there is no call (facts A.6). */
static void dial(const wchar_t *text) {
  wchar_t *number = copy_of(text);
  wchar_t *message = wcschr(number, L' ');
  if (message != NULL) *message++ = L'\0';
  if (SINCE_3_21_6) {
    replace_all(number, L"%20", L' ');
    replace_all(number, L"%2B", L'+');
  }
  wchar_t *said = trimmed(message == NULL ? L"" : message);
  wchar_t *called = trimmed(number);
  if (called[0] != L'\0' && said[0] != L'\0') did(L"message", said);
  else if (called[0] != L'\0') call_number(called);
  free(number);
  free(said);
  free(called);
}

static void dial_or_park(const wchar_t *text) {
  if (!hidden_operation || !SINCE_3_21_6) show_main_window();
  free(parked);
  parked = NULL;
  if (is_ready_to_dial()) {
    dial(text);
  } else if (text[0] != L'\0') {
    parked = copy_of(text);
    did(L"park", text);
  }
}

void dial_parked_number(void) {
  wchar_t *text = parked;
  parked = NULL;
  if (text != NULL) dial(text);
  free(text);
}

static void transfer_to(const wchar_t *number) {
  did(L"transfer", number);
  char *address = address_of(number);
  transfer_call(address);
  free(address);
}

static void activate_account(int number) {
  remove_account();
  switch_account(number);
  add_account();
}

/*
 * Carries out /account:N wherever it stands, and leaves what counts besides. The token is removed with a wrong length:
 * at the end it takes the character before it along, and before a blank the text behind loses too much (facts A.5, N).
 */
static void apply_account(wchar_t *text) {
  const wchar_t token[] = L"/account:";
  wchar_t *found = wcsstr(text, token);
  if (found == NULL) return;
  size_t position = (size_t)(found - text);
  int number = _wtoi(found + wcslen(token));
  const wchar_t *password = wcsstr(text, L"/password:");
  struct account loaded;
  if (number > 0 && !load_account(number, &loaded)) {
    text[0] = L'\0';
    return;
  }
  if (number > 0 && password != NULL) {
    did(L"save password", L"");
    save_password(number, password + wcslen(L"/password:"));
    if (number == account.number) activate_account(number);
    text[0] = L'\0';
    return;
  }
  if (number > 0 && number != account.number) {
    did(L"account", found + wcslen(token));
    activate_account(number);
  }
  wchar_t *blank = wcschr(found, L' ');
  if (blank == NULL) {
    text[position > 0 ? position - 1 : 0] = L'\0';
    return;
  }
  size_t rest = position + (size_t)(blank - text) + 1;
  size_t length = wcslen(text);
  wmemmove(found, text + (rest < length ? rest : length), length - (rest < length ? rest : length) + 1);
}

static void strip_scheme(wchar_t *text) {
  static const wchar_t *const schemes[] = {L"tel:", L"sip:", L"callto:", L"dialpad:", L"dial:"};
  size_t known = SINCE_3_21_6 ? 5 : 3;
  size_t scheme = 0;
  while (scheme < known && _wcsnicmp(text, schemes[scheme], wcslen(schemes[scheme])) != 0) scheme++;
  if (scheme == known) return;
  wmemmove(text, text + wcslen(schemes[scheme]), wcslen(text + wcslen(schemes[scheme])) + 1);
  if (!starts_with(text, L"//")) return;
  wmemmove(text, text + 2, wcslen(text + 2) + 1);
  size_t length = wcslen(text);
  if (length > 0 && text[length - 1] == L'/') text[length - 1] = L'\0';
}

/* Stage 3: slash commands; whatever is left is dialled (facts A.4). */
static void obey_text(const wchar_t *given) {
  wchar_t *text = copy_of(given);
  strip_scheme(text);
  apply_account(text);
  if (is(text, L"/answer")) {
    did(L"answer", L"");
    show_main_window();
    answer_first_call();
  } else if (is(text, L"/hangupall")) {
    did(L"hang up", L"all but ringing in");
    hang_up(ALL_BUT_RINGING_IN);
  } else if (SINCE_3_21_6 && is(text, L"/hangupincoming")) {
    did(L"hang up", L"ringing in");
    hang_up(RINGING_IN);
  } else if (is(text, L"/hangupcalling")) {
    did(L"hang up", L"calling");
    hang_up(CALLING_ONLY);
  } else if (starts_with(text, L"/dtmf:")) {
    did(L"dtmf", text + wcslen(L"/dtmf:"));
  } else if (starts_with(text, L"/transfer:")) {
    transfer_to(text + wcslen(L"/transfer:"));
  } else if (starts_with(text, L"/password:")) {
    did(L"remember password", L"");
  } else {
    dial_or_park(text);
  }
  free(text);
}

/* Stage 2: what begins with "msip:"; a remainder that is no command is read as any text (facts A.3). */
static void obey_msip(const wchar_t *token) {
  static const wchar_t *const plain[] = {L"micup", L"micdown", L"speakup", L"speakdown", L"micmute", L"speakmute"};
  static const wchar_t *const newer[] = {L"micunmute", L"speakunmute", L"micmuteclick", L"speakmuteclick"};
  for (size_t index = 0; index < 6; index++)
    if (is(token, plain[index])) return did(L"sound", token);
  for (size_t index = 0; index < 4 && SINCE_3_21_6; index++)
    if (is(token, newer[index])) return did(L"sound", token);
  if (is(token, L"minimize")) {
    hide_main_window();
  } else if (is(token, L"answer") || is(token, L"hangupall")) {
    wchar_t slashed[16] = L"/";
    obey_text(wcscat(slashed, token));
  } else if (is(token, L"hold")) {
    did(L"hold", L"");
    toggle_hold();
  } else if (starts_with(token, L"transfer_")) {
    transfer_to(token + wcslen(L"transfer_"));
  } else if (token[0] != L'\0') {
    obey_text(token);
  }
}

void obey(const wchar_t *given) {
  wchar_t *text = trimmed(given);
  wchar_t *inner = text;
  size_t length = wcslen(text);
  if (length > 1 && text[0] == L'"' && text[length - 1] == L'"') {
    text[length - 1] = L'\0';
    inner++;
  }
  if (starts_with(inner, L"msip:")) obey_msip(inner + wcslen(L"msip:"));
  else if (inner[0] != L'\0') obey_text(inner);
  free(text);
}
