/* Which MicroSIP this program stands in for: the one that its own resources name (stand-in.rc). */
#ifndef STAND_IN_VERSION_H
#define STAND_IN_VERSION_H

#include <stdbool.h>

/* Such as 3.22.16. */
extern char version_text[32];

void find_own_version(void);

/* Whether it is 3.minor.patch or later. */
bool since(int minor, int patch);

/* The versions in which something changed, of those whose behaviour is known. */
#define SINCE_3_21_6 since(21, 6)
#define SINCE_3_22_3 since(22, 3)
#define SINCE_3_22_16 since(22, 16)

#endif
