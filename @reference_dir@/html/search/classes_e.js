var searchData=
[
  ['use_5ftask_5ft_0',['use_task_t',['../structeyeballs_1_1use__task__t.html',1,'eyeballs']]]
];
