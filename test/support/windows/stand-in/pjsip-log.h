/* The log of the SIP stack, as MicroSIP has PJSIP write it when the ini has enableLog=1 (facts F.3). */
#ifndef STAND_IN_PJSIP_LOG_H
#define STAND_IN_PJSIP_LOG_H

#include <stdbool.h>

/* Begins a log; the one before is kept as MicroSIP does. */
void open_log(void);
void close_log(void);

/* What one thread does about one event stays together, in the log too. Nests; hooks wait, and so none runs in between. */
void lock_stack(void);
void unlock_stack(void);

/* A line of a source file or an object, such as inv0x0a5b1c34. */
void log_line(const char *sender, const char *format, ...) __attribute__((format(gnu_printf, 2, 3)));
/* A SIP message below the line that announces it; title as in "Request msg INVITE/cseq=12", id as in tdta0x0a5b1c34. */
void log_message(bool sent, const char *title, const char *id, const char *message);

#endif
