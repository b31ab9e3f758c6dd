/* The settings MicroSIP holds in memory (facts D.3, D.5, D.6): read by every start, written back as a whole. */
#ifndef STAND_IN_SETTINGS_H
#define STAND_IN_SETTINGS_H

#include <stdbool.h>
#include <wchar.h>

/* An account with a domain; without one there is none. */
struct account {
  int number;
  char *domain;
  char *server;
  char *username;
};

/* The active one, once load_settings() ran. */
extern struct account account;

void load_settings(void);
/* All of [Settings], from memory: what others wrote meanwhile is overwritten. */
void save_settings(void);

/* A value of [Settings]; empty for a key MicroSIP does not know. */
const wchar_t *setting(const wchar_t *key);
bool is_set(const wchar_t *key);

/* Reads [AccountN] from the disk, as MicroSIP does whenever it needs one; false where there is none. */
bool load_account(int number, struct account *loaded);
/* Makes an account the active one, and saves the settings. */
bool switch_account(int number);
void save_password(int number, const wchar_t *password);

/* Puts a number in front of [Dialed], of which ten are kept (facts D.7). */
void remember_dialled(const wchar_t *number);

#endif
