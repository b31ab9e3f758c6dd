/*
 * Answers questions about ini files by the profile functions of Windows themselves, by which MicroSIP reads and writes
 * its own. One question a line on the standard input, one answer a line on the standard output, until the input ends;
 * the line `answer` has the answers so far written out.
 *
 * A question is words parted by one blank: a function, then its arguments. A text is its UTF-16 code units, four
 * hexadecimal digits each, behind a colon, so that any text is one; `-` is NULL.
 *
 *   get <file> <section> <key> <default> <size>  GetPrivateProfileStringW, size in characters: the text it filled in;
 *                                                without a key the names of the keys, without a section those of the
 *                                                sections, each ended by a NUL
 *   section <file> <section> <size>              GetPrivateProfileSectionW: its lines, each ended by a NUL
 *   set <file> <section> <key> <value>           WritePrivateProfileStringW: 1 or 0
 *   replace <file> <section> <lines>             WritePrivateProfileSectionW, each line ended by a NUL: 1 or 0
 *   flush <file>                                 writes what the system may still keep to itself: 1
 *   codepage                                     GetACP, as a number
 *   wine                                         whether this Windows is Wine: 1 or 0
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 6, MOST_CHARACTERS = 70000 };

static WCHAR answer[MOST_CHARACTERS];

static WCHAR *text_of(const char *word)
{
    if (word[0] != ':') return NULL;
    size_t length = strlen(word + 1) / 4;
    /* Lists of lines end with an empty one. */
    WCHAR *text = calloc(length + 2, sizeof *text);
    for (size_t index = 0; index < length; index++) {
        char digits[5] = {0};
        memcpy(digits, word + 1 + index * 4, 4);
        text[index] = (WCHAR)strtoul(digits, NULL, 16);
    }
    return text;
}

static void print_text(const WCHAR *text, DWORD length)
{
    putchar(':');
    for (DWORD index = 0; index < length; index++) printf("%04x", text[index]);
}

static void carry_out(char **words)
{
    WCHAR *texts[MOST_WORDS];
    for (int index = 1; index < MOST_WORDS; index++) texts[index] = text_of(words[index]);
    const char *function = words[0];

    if (strcmp(function, "get") == 0) {
        DWORD size = (DWORD)atoi(words[5]);
        print_text(answer, GetPrivateProfileStringW(texts[2], texts[3], texts[4], answer, size, texts[1]));
    } else if (strcmp(function, "section") == 0) {
        DWORD size = (DWORD)atoi(words[3]);
        print_text(answer, GetPrivateProfileSectionW(texts[2], answer, size, texts[1]));
    } else if (strcmp(function, "set") == 0) {
        printf("%d", WritePrivateProfileStringW(texts[2], texts[3], texts[4], texts[1]) != 0);
    } else if (strcmp(function, "replace") == 0) {
        printf("%d", WritePrivateProfileSectionW(texts[2], texts[3], texts[1]) != 0);
    } else if (strcmp(function, "flush") == 0) {
        /* Documented to answer nothing of use. */
        WritePrivateProfileStringW(NULL, NULL, NULL, texts[1]);
        putchar('1');
    } else if (strcmp(function, "codepage") == 0) {
        printf("%u", GetACP());
    } else if (strcmp(function, "wine") == 0) {
        printf("%d", GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != NULL);
    } else {
        printf("? %s", function);
    }
    putchar('\n');
    for (int index = 1; index < MOST_WORDS; index++) free(texts[index]);
}

int wmain(void)
{
    static char line[MOST_CHARACTERS * 4];
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *words[MOST_WORDS];
        char *rest = strtok(line, " \r\n");
        for (int index = 0; index < MOST_WORDS; index++) {
            words[index] = rest == NULL ? "-" : rest;
            if (rest != NULL) rest = strtok(NULL, " \r\n");
        }
        if (strcmp(words[0], "answer") == 0) {
            fflush(stdout);
        } else {
            carry_out(words);
        }
    }
    return 0;
}
