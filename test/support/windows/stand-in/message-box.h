/* A modal message of MicroSIP's. Nobody answers it but the test, or whoever ends the process. */
#ifndef STAND_IN_MESSAGE_BOX_H
#define STAND_IN_MESSAGE_BOX_H

#include <windows.h>

void show_message_box(HWND owner, const wchar_t *text);

/* Presses the button of the message box of the thread of a window. */
void close_message_box(HWND owner);

#endif
