#include "program-files.h"

#include <shlobj.h>
#include <stdbool.h>
#include <stdio.h>
#include <windows.h>

struct program_files files;

/* MicroSIP is a 32-bit program and sees that half of HKLM; HKCU\Software has no halves. */
static bool names_folder(HKEY root, const wchar_t *folder) {
  wchar_t value[PATH_LENGTH];
  DWORD size = sizeof value;
  HKEY key;
  if (RegOpenKeyExW(root, L"Software\\MicroSIP", 0, KEY_READ | KEY_WOW64_32KEY, &key) != ERROR_SUCCESS) return false;
  LSTATUS status = RegGetValueW(key, NULL, NULL, RRF_RT_REG_SZ, NULL, value, &size);
  RegCloseKey(key);
  return status == ERROR_SUCCESS && lstrcmpiW(value, folder) == 0;
}

static void known_folder(int folder, wchar_t *path) {
  SHGetFolderPathW(NULL, folder | CSIDL_FLAG_CREATE, NULL, SHGFP_TYPE_CURRENT, path);
  wcscat(path, L"\\MicroSIP");
  CreateDirectoryW(path, NULL);
}

void find_files(void) {
  GetModuleFileNameW(NULL, files.executable, PATH_LENGTH);
  wchar_t folder[PATH_LENGTH], name[MAX_PATH];
  wcscpy(folder, files.executable);
  wchar_t *separator = wcsrchr(folder, L'\\');
  wcscpy(name, separator + 1);
  *separator = L'\0';
  wchar_t *extension = wcsrchr(name, L'.');
  if (extension != NULL) *extension = L'\0';

  wchar_t roaming[PATH_LENGTH], local[PATH_LENGTH];
  wcscpy(roaming, folder);
  wcscpy(local, folder);
  if (names_folder(HKEY_CURRENT_USER, folder) || names_folder(HKEY_LOCAL_MACHINE, folder)) {
    known_folder(CSIDL_APPDATA, roaming);
    known_folder(CSIDL_LOCAL_APPDATA, local);
  }
  _snwprintf(files.settings, PATH_LENGTH - 1, L"%ls\\%ls.ini", roaming, name);
  _snwprintf(files.log, PATH_LENGTH - 1, L"%ls\\%ls_log.txt", local, name);
  _snwprintf(files.record, PATH_LENGTH - 1, L"%ls\\%ls-record.jsonl", folder, name);
  _snwprintf(files.scenario, PATH_LENGTH - 1, L"%ls\\%ls-scenario.ini", folder, name);
}
