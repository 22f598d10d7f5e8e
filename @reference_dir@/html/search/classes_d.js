var searchData=
[
  ['task_0',['task',['../structeyeballs_1_1task.html',1,'eyeballs']]],
  ['task_5ferror_1',['task_error',['../structeyeballs_1_1task__error.html',1,'eyeballs']]],
  ['timeline_5frow_2',['timeline_row',['../structeyeballs_1_1timeline__row.html',1,'eyeballs']]],
  ['timeline_5fstyle_3',['timeline_style',['../structeyeballs_1_1timeline__style.html',1,'eyeballs']]]
];
