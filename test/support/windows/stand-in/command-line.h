/* What MicroSIP reads in a command line (facts A). */
#ifndef STAND_IN_COMMAND_LINE_H
#define STAND_IN_COMMAND_LINE_H

#include <stdbool.h>
#include <wchar.h>

/* What follows the name of the program, in the command line of this process. */
const wchar_t *own_command_line(void);

/* Whether a whole command line is a token; characters without weight do not count, as lstrcmp has it (facts N). */
bool is_token(const wchar_t *tail, const wchar_t *token);

/* What the phone does with a command line, whichever way it came. */
void obey(const wchar_t *text);

/* Dials the number that waits for the registration, if there is one. */
void dial_parked_number(void);

#endif
