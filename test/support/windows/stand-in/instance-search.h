/* How a start of MicroSIP finds the instance that runs already (facts B). */
#ifndef STAND_IN_INSTANCE_SEARCH_H
#define STAND_IN_INSTANCE_SEARCH_H

#include <windows.h>

#define WINDOW_CLASS L"MicroSIP"

/* The main window of the same program at the same path; NULL where none runs. */
HWND find_instance(void);

#endif
