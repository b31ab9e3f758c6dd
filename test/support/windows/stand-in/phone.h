/* The phone that a start becomes where none runs: its window, and what the other parts need of it. */
#ifndef STAND_IN_PHONE_H
#define STAND_IN_PHONE_H

#include <stdbool.h>
#include <windows.h>

extern HWND main_window;

/* Whether it was started by /hidden, or has silent=1; neither exists since 3.22.3 (facts A.2, K). */
extern bool hidden_operation;

/* Runs the phone until it is told to exit; tail is the command line of this start. */
int run_phone(HINSTANCE instance, const wchar_t *tail);

void show_main_window(void);
void hide_main_window(void);

/* The stack tells the window's thread. */
void post_call_state(void *news);
void post_registered(void);

/* The tests have the window's thread stand still, or open a modal message, or the stack come and go. */
void post_freeze(unsigned limit_ms);
void post_message_box(void);
void post_stack_state(bool running);

/* Ends what post_freeze() began. */
void thaw(void);

#endif
