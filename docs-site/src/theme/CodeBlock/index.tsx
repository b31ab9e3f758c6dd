import {
  CodeBlockContextProvider,
  createCodeBlockMetadata,
  useCodeWordWrap,
} from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock';
import CodeBlockLayout from '@theme/CodeBlock/Layout';
import type { ReactNode } from 'react';

import { ProgramColours } from '../../code-block/program-colours.ts';

/** A code block of a page, which was coloured when the site was built. */
export default function ColouredCodeBlock({
  children,
  className,
  colours = '',
  metastring,
}: Props & { readonly colours?: string }): ReactNode {
  const metadata = createCodeBlockMetadata({
    code: typeof children === 'string' ? children : '',
    className,
    metastring,
    // The colours are of the whole program: no line of it may be a note to the block that is not shown.
    magicComments: [],
    title: undefined,
    language: undefined,
    defaultLanguage: undefined,
    showLineNumbers: undefined,
  });
  const wordWrap = useCodeWordWrap();
  return (
    <CodeBlockContextProvider metadata={metadata} wordWrap={wordWrap}>
      <ProgramColours value={colours}>
        <CodeBlockLayout />
      </ProgramColours>
    </CodeBlockContextProvider>
  );
}
