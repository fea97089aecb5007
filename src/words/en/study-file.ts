import type { StudyFileFailure } from '../../draft/file/study-file.ts';

/** Why a file is not opened as a study, and what to do. */
export function studyFileFailureSentence(failure: StudyFileFailure): string {
  switch (failure.kind) {
    case 'not-a-zip':
      return 'This file is no zip; a study is one file named like nvidia-h20.study.zip.';
    case 'damaged':
      return 'This zip is damaged and cannot be unpacked. Take another copy of the study.';
    case 'too-large':
      return `This zip holds ${failure.megabytes} MB or more; a study has at most ${failure.limit} MB.`;
    case 'too-many-files':
      return `This zip holds more than ${failure.limit} files; a study has a description and the closes of its instruments.`;
    case 'unsafe-path':
      return `This zip holds “${failure.path}”, a path that leads out of its folder; nothing of it was opened.`;
    case 'no-study':
      return 'This zip holds no study: there is no study.json in it.';
    case 'several-studies':
      return 'This zip holds several folders; a study is one folder. Open one study at a time.';
    case 'foreign-file':
      return `This zip holds “${failure.path}”, which is no part of its study. Take it out, and open the file again.`;
    case 'not-json':
      return `The study.json in this zip cannot be read (${failure.detail}).`;
    case 'invalid':
      return `The study in this zip is not valid: ${failure.problems.map(({ message }) => message).join(' ')}`;
    case 'closes-missing':
      return `This zip holds no closes of ${failure.instrument}. Add closes/${failure.instrument}.csv, with the header date,close.`;
  }
}

/** That what is shown came from a file. */
export function openedFromFile(name: string): string {
  return `Shown from the file ${name}, which stays in this page: loading the page again shows the site’s own study.`;
}
