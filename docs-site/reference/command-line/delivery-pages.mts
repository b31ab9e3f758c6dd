import { windowMessage as message } from 'microsip-sdk/catalogue';

import { code, page, table } from '../markdown.mts';
import { topicSection } from '../statements.mts';
import { topicNamed } from '../topic-named.mts';

/** The page of what MicroSIP makes of a command line. */
export function howItIsReadPage(): string {
  return page(
    {
      slug: '/reference/command-line/how-it-is-read',
      title: 'How a command line is read',
      description:
        'What MicroSIP does with the text after microsip.exe, step by step, and what becomes of a number before it is dialled.',
    },
    `MicroSIP knows no options and no arguments: it has one text, and a short list of things that it compares this text with.
What matches none of them is taken for a number. Most surprises follow from the order of these steps.`,
    topicSection(topicNamed('command-line-pipeline')),
    topicSection(topicNamed('dialling')),
    topicSection(topicNamed('number-formatting')),
  );
}

/** What the text ends with. */
const closings = { true: 'with a closing zero', false: 'without a closing zero' } as const;

/** The page of how a command line reaches the instance. */
export function howItArrivesPage(): string {
  return page(
    {
      slug: '/reference/command-line/how-it-arrives',
      title: 'How it arrives',
      description:
        'How a second start of microsip.exe finds the running instance, what can go wrong, and the window message that needs no second start.',
    },
    `There is one phone for each copy of the program. A second start looks for its window, hands its text over and ends.
It opens the ini on the way, which is why two starts at once can lose a command. [Delivery](/delivery) tells how
this kit goes about it.`,
    topicSection(topicNamed('single-instance')),
    topicSection(
      topicNamed('window-message'),
      table(
        ['Part of the message', 'Value'],
        [
          ['Window class', code(message.windowClass)],
          ['Message', code(message.message)],
          [`${code('dwData')}, carried out inside the message`, code(String(message.synchronous))],
          [`${code('dwData')}, copied and posted`, code(String(message.asynchronous))],
          ['Text', `${code(message.encoding)}, ${closings[`${message.zeroTerminated}`]}`],
          ['Answer: taken', code(String(message.accepted))],
          ['Answer: lost, or not understood', code(String(message.refused))],
        ],
      ),
    ),
  );
}
