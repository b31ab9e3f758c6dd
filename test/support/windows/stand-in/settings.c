#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "ini-file.h"
#include "text.h"
#include "version.h"

struct known_setting {
  const wchar_t *key;
  const wchar_t *otherwise;
  wchar_t value[VALUE_LENGTH];
};

/* The keys of [Settings] that the versions share, with what counts where they are missing (facts D.5). */
static struct known_setting known[] = {
    {.key = L"singleMode", .otherwise = L"1"},
    {.key = L"minimized", .otherwise = L"0"},
    {.key = L"silent", .otherwise = L"0"},
    {.key = L"bringToFrontOnIncoming", .otherwise = L"1"},
    {.key = L"randomAnswerBox", .otherwise = L"0"},
    {.key = L"noIgnoreCall", .otherwise = L"0"},
    {.key = L"multiMonitor", .otherwise = L"0"},
    {.key = L"alwaysOnTop", .otherwise = L"0"},
    {.key = L"noResize", .otherwise = L"0"},
    {.key = L"mainX", .otherwise = L"0"},
    {.key = L"mainY", .otherwise = L"0"},
    {.key = L"mainW", .otherwise = L"0"},
    {.key = L"mainH", .otherwise = L"0"},
    {.key = L"messagesX", .otherwise = L"0"},
    {.key = L"messagesY", .otherwise = L"0"},
    {.key = L"messagesW", .otherwise = L"0"},
    {.key = L"messagesH", .otherwise = L"0"},
    {.key = L"ringinX", .otherwise = L"0"},
    {.key = L"ringinY", .otherwise = L"0"},
    {.key = L"callsWidth0", .otherwise = L"0"},
    {.key = L"callsWidth1", .otherwise = L"0"},
    {.key = L"callsWidth2", .otherwise = L"0"},
    {.key = L"callsWidth3", .otherwise = L"0"},
    {.key = L"callsWidth4", .otherwise = L"0"},
    {.key = L"callsWidth5", .otherwise = L"0"},
    {.key = L"contactsWidth0", .otherwise = L"0"},
    {.key = L"contactsWidth1", .otherwise = L"0"},
    {.key = L"contactsWidth2", .otherwise = L"0"},
    {.key = L"activeTab", .otherwise = L"0"},
    {.key = L"enableShortcuts", .otherwise = L"0"},
    {.key = L"shortcutsBottom", .otherwise = L"0"},
    {.key = L"defaultAction", .otherwise = L""},
    {.key = L"lastCallNumber", .otherwise = L""},
    {.key = L"lastCallHasVideo", .otherwise = L"0"},
    {.key = L"updatesInterval", .otherwise = L""},
    {.key = L"audioRingDevice", .otherwise = L""},
    {.key = L"audioOutputDevice", .otherwise = L""},
    {.key = L"audioInputDevice", .otherwise = L""},
    {.key = L"ringingSound", .otherwise = L""},
    {.key = L"volumeRing", .otherwise = L"100"},
    {.key = L"volumeOutput", .otherwise = L"100"},
    {.key = L"volumeInput", .otherwise = L"100"},
    {.key = L"micAmplification", .otherwise = L"0"},
    {.key = L"swLevelAdjustment", .otherwise = L"0"},
    {.key = L"audioCodecs", .otherwise = L"PCMA/8000/1 PCMU/8000/1"},
    {.key = L"VAD", .otherwise = L"0"},
    {.key = L"EC", .otherwise = L"1"},
    {.key = L"forceCodec", .otherwise = L"0"},
    {.key = L"opusStereo", .otherwise = L"0"},
    {.key = L"disableVideo", .otherwise = L"0"},
    {.key = L"videoCaptureDevice", .otherwise = L""},
    {.key = L"videoCodec", .otherwise = L""},
    {.key = L"videoBitrate", .otherwise = L"0"},
    {.key = L"recordingPath", .otherwise = L"Recordings"},
    {.key = L"recordingFormat", .otherwise = L""},
    {.key = L"autoRecording", .otherwise = L"0"},
    {.key = L"recordingButton", .otherwise = L"1"},
    {.key = L"localDTMF", .otherwise = L"1"},
    {.key = L"DTMFMethod", .otherwise = L"0"},
    {.key = L"sourcePort", .otherwise = L"0"},
    {.key = L"rtpPortMin", .otherwise = L"0"},
    {.key = L"rtpPortMax", .otherwise = L"0"},
    {.key = L"rport", .otherwise = L"1"},
    {.key = L"dnsSrv", .otherwise = L"0"},
    {.key = L"dnsSrvNs", .otherwise = L""},
    {.key = L"enableSTUN", .otherwise = L"0"},
    {.key = L"STUN", .otherwise = L""},
    {.key = L"portKnockerHost", .otherwise = L""},
    {.key = L"portKnockerPorts", .otherwise = L""},
    {.key = L"userAgent", .otherwise = L""},
    {.key = L"autoAnswer", .otherwise = L"button"},
    {.key = L"autoAnswerDelay", .otherwise = L"0"},
    {.key = L"autoAnswerNumber", .otherwise = L""},
    {.key = L"denyIncoming", .otherwise = L"button"},
    {.key = L"DND", .otherwise = L"0"},
    {.key = L"AA", .otherwise = L"0"},
    {.key = L"AC", .otherwise = L"0"},
    {.key = L"forwardingNumber", .otherwise = L""},
    {.key = L"callWaiting", .otherwise = L"1"},
    {.key = L"maxConcurrentCalls", .otherwise = L"0"},
    {.key = L"autoHangUpTime", .otherwise = L"0"},
    {.key = L"featureCodeCP", .otherwise = L"**"},
    {.key = L"disableMessaging", .otherwise = L"0"},
    {.key = L"enableMediaButtons", .otherwise = L"0"},
    {.key = L"headsetSupport", .otherwise = L"0"},
    {.key = L"usersDirectory", .otherwise = L""},
    {.key = L"enableLog", .otherwise = L"0"},
    {.key = L"cmdOutgoingCall", .otherwise = L""},
    {.key = L"cmdIncomingCall", .otherwise = L""},
    {.key = L"cmdCallRing", .otherwise = L""},
    {.key = L"cmdCallAnswer", .otherwise = L""},
    {.key = L"cmdCallAnswerVideo", .otherwise = L""},
    {.key = L"cmdCallStart", .otherwise = L""},
    {.key = L"cmdCallBusy", .otherwise = L""},
    {.key = L"cmdCallEnd", .otherwise = L""},
    {.key = L"accountId", .otherwise = L"1"},
    {.key = L"enableLocalAccount", .otherwise = L"0"},
};

struct account account;

static struct known_setting *find_setting(const wchar_t *key) {
  for (size_t index = 0; index < sizeof known / sizeof known[0]; index++)
    if (wcscmp(known[index].key, key) == 0) return &known[index];
  return NULL;
}

const wchar_t *setting(const wchar_t *key) {
  const struct known_setting *found = find_setting(key);
  return found == NULL ? L"" : found->value;
}

bool is_set(const wchar_t *key) { return wcscmp(setting(key), L"1") == 0; }

/* The version is written down at once where another one stands (facts B.1). */
static void note_version(void) {
  const wchar_t *section = SINCE_3_22_16 ? L"Global" : L"Settings";
  wchar_t written[VALUE_LENGTH];
  wchar_t *own = wide_of(version_text);
  read_value(section, L"version", L"", written, VALUE_LENGTH);
  if (wcscmp(written, own) != 0) write_value(section, L"version", own);
  free(own);
}

static void forget_obsolete_check_time(void) {
  wchar_t value[VALUE_LENGTH];
  read_value(L"Global", L"checkUpdatesTime", L"", value, VALUE_LENGTH);
  if (SINCE_3_22_16 && value[0] == L'\0') write_value(L"Settings", L"checkUpdatesTime", NULL);
}

void load_settings(void) {
  for (size_t index = 0; index < sizeof known / sizeof known[0]; index++)
    read_value(L"Settings", known[index].key, known[index].otherwise, known[index].value, VALUE_LENGTH);
  note_version();
  forget_obsolete_check_time();
  load_account(_wtoi(setting(L"accountId")), &account);
}

/* Quotes at both ends keep those within from the profile functions, which take one pair away (facts C.4). */
static bool is_saved_in_quotes(const wchar_t *key) {
  if (starts_with(key, L"cmd")) return SINCE_3_21_6;
  return wcsstr(key, L"Device") != NULL;
}

void save_settings(void) {
  for (size_t index = 0; index < sizeof known / sizeof known[0]; index++) {
    const struct known_setting *saved = &known[index];
    wchar_t quoted[VALUE_LENGTH + 2];
    _snwprintf(quoted, VALUE_LENGTH + 2, L"\"%ls\"", saved->value);
    bool in_quotes = is_saved_in_quotes(saved->key) && saved->value[0] != L'\0';
    write_value(L"Settings", saved->key, in_quotes ? quoted : saved->value);
  }
}

static char *account_value(const wchar_t *section, const wchar_t *key) {
  wchar_t value[ACCOUNT_VALUE_LENGTH];
  read_value(section, key, L"", value, ACCOUNT_VALUE_LENGTH);
  return utf8_of(value);
}

bool load_account(int number, struct account *loaded) {
  wchar_t section[32];
  _snwprintf(section, 32, L"Account%d", number);
  char *domain = account_value(section, L"domain");
  if (domain[0] == '\0') {
    free(domain);
    return false;
  }
  *loaded = (struct account){
      .number = number,
      .domain = domain,
      .server = account_value(section, L"server"),
      .username = account_value(section, L"username"),
  };
  return true;
}

bool switch_account(int number) {
  struct account chosen = {0};
  if (!load_account(number, &chosen)) return false;
  account = chosen;
  _snwprintf(find_setting(L"accountId")->value, VALUE_LENGTH, L"%d", number);
  save_settings();
  return true;
}

/* MicroSIP writes a cipher; it takes clear text as well (facts D.4). */
void save_password(int number, const wchar_t *password) {
  wchar_t section[32];
  _snwprintf(section, 32, L"Account%d", number);
  write_value(section, L"password", password);
}

void remember_dialled(const wchar_t *number) {
  enum { kept = 10 };
  wchar_t numbers[kept][VALUE_LENGTH];
  wchar_t key[4];
  int count = 0;
  _snwprintf(numbers[count++], VALUE_LENGTH - 1, L"%ls", number);
  numbers[0][VALUE_LENGTH - 1] = L'\0';
  for (int index = 0; index < kept && count < kept; index++) {
    _snwprintf(key, 4, L"%d", index);
    read_value(L"Dialed", key, L"", numbers[count], VALUE_LENGTH);
    if (numbers[count][0] != L'\0' && wcscmp(numbers[count], numbers[0]) != 0) count++;
  }
  write_value(L"Dialed", NULL, NULL);
  for (int index = 0; index < count; index++) {
    _snwprintf(key, 4, L"%d", index);
    write_value(L"Dialed", key, numbers[index]);
  }
}
