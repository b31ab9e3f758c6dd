/**
 * A contact of MicroSIP (facts F.2). Its number tells it apart from others. All of it is hostile text: some comes from
 * a directory in the network.
 */
export interface Contact extends ContactDetails {
  /** The number or address that is called. */
  readonly number: string;
  readonly name: string;
  /** Whether MicroSIP subscribes to the presence of the contact. */
  readonly presence: boolean;
  readonly starred: boolean;
  /** Whether it came from the directory in `usersDirectory`, whose next refresh may change or remove it. */
  readonly directory: boolean;
}

/** What a contact may have besides its number and name. What it has not is left out. */
export interface ContactDetails {
  readonly firstname?: string;
  readonly lastname?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly address?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly comment?: string;
  readonly id?: string;
  readonly info?: string;
}

/** A contact to add. */
export interface NewContact extends ContactDetails {
  readonly number: string;
  /** The number, if not given. */
  readonly name?: string;
  readonly presence?: boolean;
  readonly starred?: boolean;
}

/** What to change of a contact; an empty text removes a detail. */
export type ContactChanges = Partial<NewContact>;
