/* The ini as every start of MicroSIP meets it (facts B.1, D.2): opened first, then read by the profile functions. */
#ifndef STAND_IN_INI_FILE_H
#define STAND_IN_INI_FILE_H

#include <stdbool.h>
#include <wchar.h>

/* Buffers of MicroSIP: longer values are cut (facts C.4, D.4). */
#define VALUE_LENGTH 256
#define ACCOUNT_VALUE_LENGTH 1041

/*
 * Opens the ini, creates a new one, and turns one that is not UTF-16 into it. Since 3.22.16 that needs the file for
 * oneself, and whoever does not get it shows a message box and ends; before, it is ignored.
 */
bool open_ini_first(void);

/* Whether open_ini_first() made the ini. */
extern bool ini_is_new;

void read_value(const wchar_t *section, const wchar_t *key, const wchar_t *otherwise, wchar_t *value, int length);
int read_number(const wchar_t *section, const wchar_t *key, int otherwise);
void write_value(const wchar_t *section, const wchar_t *key, const wchar_t *value);

#endif
