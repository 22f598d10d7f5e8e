var searchData=
[
  ['dataflow_5fvariable_0',['dataflow_variable',['../structeyeballs_1_1dataflow__variable.html',1,'eyeballs']]]
];
