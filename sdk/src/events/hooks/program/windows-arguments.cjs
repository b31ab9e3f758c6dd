// How a Windows program takes its parameters apart, for where there is no Windows.
'use strict';

/**
 * Blanks separate, quotes hold together, backslashes are special only before a quote, and `""` within quotes is a quote.
 *
 * @param {string} parameters without the program
 */
exports.splitWindowsArguments = function splitWindowsArguments(parameters) {
  const found = [];
  let argument;
  let quoted = false;
  for (const [token, backslashes, quotes] of parameters.matchAll(/(\\*)("+)|[ \t]|[^ \t"]/gu)) {
    if (quotes === undefined && !quoted && /[ \t]/u.test(token)) {
      if (argument !== undefined) found.push(argument);
      argument = undefined;
      continue;
    }
    argument ??= '';
    if (quotes === undefined) {
      argument += token;
      continue;
    }
    argument += '\\'.repeat(backslashes.length >> 1);
    const literal = backslashes.length % 2;
    argument += '"'.repeat(literal);
    for (let left = quotes.length - literal; left > 0; left--) {
      if (quoted && left > 1) {
        argument += '"';
        left--;
      } else quoted = !quoted;
    }
  }
  return argument === undefined ? found : [...found, argument];
};
