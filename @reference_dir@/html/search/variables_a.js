var searchData=
[
  ['next_0',['next',['../structeyeballs_1_1virtual__time_1_1pending__work.html#aea5555205ac1b1ef886a131fba27ae65',1,'eyeballs::virtual_time::pending_work']]],
  ['note_1',['note',['../structeyeballs_1_1timeline__row.html#ae1044b0cd289324232a20908ae549819',1,'eyeballs::timeline_row']]]
];
