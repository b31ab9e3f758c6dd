#include "network.h"

#include <process.h>
#include <stdlib.h>
#include <windows.h>

#include "text.h"

struct task {
  struct task *next;
  ULONGLONG due;
  void (*act)(void *subject, int argument);
  void *subject;
  int argument;
};

static CRITICAL_SECTION list_lock;
static CONDITION_VARIABLE list_changed;
static struct task *tasks;

void later(unsigned delay_ms, void (*act)(void *, int), void *subject, int argument) {
  struct task *task = allocated(sizeof *task);
  *task = (struct task){.due = GetTickCount64() + delay_ms, .act = act, .subject = subject, .argument = argument};
  EnterCriticalSection(&list_lock);
  struct task **place = &tasks;
  while (*place != NULL && (*place)->due <= task->due) place = &(*place)->next;
  task->next = *place;
  *place = task;
  LeaveCriticalSection(&list_lock);
  WakeConditionVariable(&list_changed);
}

static struct task *next_task(void) {
  EnterCriticalSection(&list_lock);
  for (;;) {
    ULONGLONG now = GetTickCount64();
    if (tasks != NULL && tasks->due <= now) break;
    SleepConditionVariableCS(&list_changed, &list_lock, tasks == NULL ? INFINITE : (DWORD)(tasks->due - now));
  }
  struct task *task = tasks;
  tasks = task->next;
  LeaveCriticalSection(&list_lock);
  return task;
}

static void run_tasks(void *unused) {
  (void)unused;
  for (;;) {
    struct task *task = next_task();
    task->act(task->subject, task->argument);
    free(task);
  }
}

void start_network(void) {
  InitializeCriticalSection(&list_lock);
  InitializeConditionVariable(&list_changed);
  _beginthread(run_tasks, 0, NULL);
}
