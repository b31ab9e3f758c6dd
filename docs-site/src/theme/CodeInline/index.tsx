import CodeInline from '@theme-original/CodeInline';
import type { Props } from '@theme/CodeInline';
import type { ReactNode } from 'react';

/** Text that a command line begins with, or a program's option; short enough to stand on one line of a phone. */
const word = /^[-/]\S{1,24}$/u;

/** Code within a line. Without this, a line may end behind the dash of `-minimize`. */
export default function CodeInWholeWords(props: Props): ReactNode {
  const { children } = props;
  return typeof children === 'string' && word.test(children) ? (
    <CodeInline {...props} className="whole-word" />
  ) : (
    <CodeInline {...props} />
  );
}
