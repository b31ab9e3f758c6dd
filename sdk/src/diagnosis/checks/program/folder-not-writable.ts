import { phoneCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const folderNotWritable = phoneCheck({
  code: 'folder-not-writable',
  severity: 'error',
  title: 'MicroSIP cannot write its files',
  facts: 'K.31',
  examine: ({ dataDirectory, dataDirectoryWritable }) => {
    if (dataDirectoryWritable !== false) return dataDirectoryWritable === 'unknown' ? 'unknown' : undefined;
    return {
      detail: `This user may not write into ${dataDirectory}. ${surpriseAt('K.31').text}`,
      remedy: 'Give the user the right to write there, or move a portable copy into a folder of theirs.',
    };
  },
});
