#include "version.h"

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

#include "program-files.h"
#include "text.h"

char version_text[32];

static int own_minor, own_patch;

void find_own_version(void) {
  DWORD size = GetFileVersionInfoSizeW(files.executable, NULL);
  void *resource = allocated(size + 1);
  VS_FIXEDFILEINFO *version;
  UINT length;
  if (GetFileVersionInfoW(files.executable, 0, size, resource) &&
      VerQueryValueW(resource, L"\\", (void **)&version, &length)) {
    own_minor = LOWORD(version->dwFileVersionMS);
    own_patch = HIWORD(version->dwFileVersionLS);
  }
  snprintf(version_text, sizeof version_text, "3.%d.%d", own_minor, own_patch);
  free(resource);
}

bool since(int minor, int patch) { return own_minor > minor || (own_minor == minor && own_patch >= patch); }
