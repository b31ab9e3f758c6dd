/* Where a phone keeps its files (facts D.1), and where the tests keep theirs: beside the program, by its name. */
#ifndef STAND_IN_PROGRAM_FILES_H
#define STAND_IN_PROGRAM_FILES_H

#include <wchar.h>

/* What a path may be long, with the prefix for long ones. */
#define PATH_LENGTH 1024

struct program_files {
  wchar_t executable[PATH_LENGTH];
  wchar_t settings[PATH_LENGTH];
  wchar_t log[PATH_LENGTH];
  /* What the tests are told, and what they told beforehand. */
  wchar_t record[PATH_LENGTH];
  wchar_t scenario[PATH_LENGTH];
};

extern struct program_files files;

void find_files(void);

#endif
