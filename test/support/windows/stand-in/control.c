#include "control.h"

#include <process.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "calls.h"
#include "message-box.h"
#include "phone.h"
#include "record.h"
#include "text.h"

static wchar_t pipe_name[64];

enum { MOST_FIELDS = 4, LINE_LENGTH = 8192 };

/* A line is a word and what belongs to it, divided by tabs; an empty field is NULL. */
static int split_fields(char *line, const char *fields[MOST_FIELDS]) {
  int count = 0;
  while (count < MOST_FIELDS) {
    char *end = strchr(line, '\t');
    if (end != NULL) *end = '\0';
    fields[count++] = *line == '\0' ? NULL : line;
    if (end == NULL) break;
    line = end + 1;
  }
  return count;
}

static bool is(const char *word, const char *expected) { return word != NULL && strcmp(word, expected) == 0; }

/* What a line asks for; the answer is "ok", with the Call-ID of a new call, or "no". */
static const char *carry_out(const char *fields[MOST_FIELDS]) {
  const char *word = fields[0];
  const char *first = fields[1] == NULL ? "" : fields[1];
  if (is(word, "ring")) return ring_in(first, fields[2], fields[3]);
  if (is(word, "far-end")) {
    const char *what = fields[2] == NULL ? "" : fields[2];
    return far_end_does(first, what, fields[3] == NULL ? 0 : atoi(fields[3])) ? "" : NULL;
  }
  if (is(word, "freeze")) post_freeze((unsigned)atoi(first));
  else if (is(word, "thaw")) thaw();
  else if (is(word, "message-box")) post_message_box();
  else if (is(word, "close-message-box")) close_message_box(main_window);
  else if (is(word, "stack")) post_stack_state(is(first, "up"));
  else return NULL;
  return "";
}

static void answer_line(HANDLE pipe, char *line) {
  const char *fields[MOST_FIELDS] = {0};
  split_fields(line, fields);
  const char *outcome = carry_out(fields);
  char answer[64];
  int length = outcome == NULL ? sprintf(answer, "no\n") : snprintf(answer, sizeof answer, "ok %s\n", outcome);
  DWORD written;
  WriteFile(pipe, answer, (DWORD)length, &written, NULL);
}

static void serve(HANDLE pipe) {
  char line[LINE_LENGTH];
  size_t length = 0;
  DWORD read;
  char byte;
  while (ReadFile(pipe, &byte, 1, &read, NULL) && read == 1) {
    if (byte != '\n' && length + 1 < sizeof line) {
      line[length++] = byte;
      continue;
    }
    line[length] = '\0';
    length = 0;
    answer_line(pipe, line);
  }
}

static void serve_one_after_another(void *pipe) {
  for (;;) {
    if (ConnectNamedPipe(pipe, NULL) || GetLastError() == ERROR_PIPE_CONNECTED) serve(pipe);
    FlushFileBuffers(pipe);
    DisconnectNamedPipe(pipe);
  }
}

void start_control(void) {
  _snwprintf(pipe_name, 64, L"\\\\.\\pipe\\microsip-stand-in-%lu", GetCurrentProcessId());
  HANDLE pipe = CreateNamedPipeW(pipe_name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT, 1,
                                 LINE_LENGTH, LINE_LENGTH, 0, NULL);
  _beginthread(serve_one_after_another, 0, pipe);
  record("control", "pipe", pipe_name, NULL);
}
