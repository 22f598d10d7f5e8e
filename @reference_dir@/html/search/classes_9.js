var searchData=
[
  ['pending_5fwork_0',['pending_work',['../structeyeballs_1_1virtual__time_1_1pending__work.html',1,'eyeballs::virtual_time']]],
  ['policy_5frow_1',['policy_row',['../structeyeballs_1_1policy__row.html',1,'eyeballs']]],
  ['policy_5ftable_2',['policy_table',['../structeyeballs_1_1policy__table.html',1,'eyeballs']]]
];
