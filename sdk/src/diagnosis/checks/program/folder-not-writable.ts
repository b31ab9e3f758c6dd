import { phoneCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const folderNotWritable = phoneCheck({
  code: 'folder-not-writable',
  severity: 'error',
  title: 'MicroSIP cannot write its files',
  remedy: 'Give the user the right to write there, or move a portable copy into a folder of theirs.',
  facts: 'K.31',
  examine: ({ dataDirectory, dataDirectoryWritable, settings, settingsWritable }) => {
    const refused = dataDirectoryWritable === false ? dataDirectory : settings.path;
    if (dataDirectoryWritable !== false && settingsWritable !== false) {
      return dataDirectoryWritable === 'unknown' ? 'unknown' : undefined;
    }
    // What may not even be read has a finding of its own.
    if (refused === settings.path && settings.state === 'unreadable') return undefined;
    return {
      detail: `This user may not write ${refused}. ${surpriseAt('K.31').text}`,
    };
  },
});
