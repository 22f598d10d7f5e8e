var searchData=
[
  ['v4_5fscope_5frow_0',['v4_scope_row',['../structeyeballs_1_1v4__scope__row.html',1,'eyeballs']]],
  ['virtual_5frun_1',['virtual_run',['../classeyeballs_1_1virtual__run.html',1,'eyeballs']]],
  ['virtual_5ftime_2',['virtual_time',['../classeyeballs_1_1virtual__time.html',1,'eyeballs']]]
];
