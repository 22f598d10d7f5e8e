var searchData=
[
  ['use_5ftask_2ehpp_0',['use_task.hpp',['../use__task_8hpp.html',1,'']]]
];
