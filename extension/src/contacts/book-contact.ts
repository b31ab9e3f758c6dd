import type { ContactDetails } from 'microsip-sdk';

/** Somebody who can be called. All of it is text of unknown origin: from a directory in the network, or a repository. */
export interface BookContact extends ContactDetails {
  /** MicroSIP's own contacts are the user's; a workspace's come from whoever wrote its files. */
  readonly source: 'microsip' | 'workspace';
  /** The workspace folder whose file has it. */
  readonly folder?: string;
  /** The address of that file, as text. */
  readonly file?: string;
  readonly name: string;
  /** The number or address that is called. */
  readonly target: string;
  readonly starred?: boolean;
}

/** The contacts of one workspace folder. */
export interface FolderContacts {
  /** The name of the folder. */
  readonly folder: string;
  /** The address of the file, as text. */
  readonly file: string;
  readonly contacts: readonly BookContact[];
  /** What is wrong in the file; what is right is among the contacts all the same. */
  readonly problems: number;
}
