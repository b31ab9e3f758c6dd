/* Event hooks: programs the ini names, which this program starts and waits for (facts C). */
#ifndef STAND_IN_HOOKS_H
#define STAND_IN_HOOKS_H

#include <wchar.h>

/*
 * Runs the program of a hook, with a text of the far end behind its arguments. The calling thread waits for its end,
 * up to ten seconds, and does nothing else meanwhile.
 */
void run_hook(const wchar_t *key, const char *caller);

#endif
