/* Which MicroSIP this program stands in for; the build may choose another (-DVERSION_MINOR=20 -DVERSION_PATCH=5). */
#ifndef STAND_IN_VERSION_H
#define STAND_IN_VERSION_H

#ifndef VERSION_MINOR
#define VERSION_MINOR 22
#endif
#ifndef VERSION_PATCH
#define VERSION_PATCH 16
#endif

#define QUOTED(number) #number
#define VERSION_TEXT_OF(minor, patch) "3." QUOTED(minor) "." QUOTED(patch)
#define VERSION_TEXT VERSION_TEXT_OF(VERSION_MINOR, VERSION_PATCH)

#define SINCE(minor, patch) (VERSION_MINOR > (minor) || (VERSION_MINOR == (minor) && VERSION_PATCH >= (patch)))

/* The versions whose behaviour is known: 3.20.5, 3.21.6, 3.22.3, 3.22.16. */
#define SINCE_3_21_6 SINCE(21, 6)
#define SINCE_3_22_3 SINCE(22, 3)
#define SINCE_3_22_16 SINCE(22, 16)

#endif
