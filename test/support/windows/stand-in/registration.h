/* The active account at its registrar. */
#ifndef STAND_IN_REGISTRATION_H
#define STAND_IN_REGISTRATION_H

#include <stdbool.h>

void add_account(void);
void remove_account(void);

/* Whether a number can be dialled at once (facts A.6). */
bool is_ready_to_dial(void);

#endif
