var searchData=
[
  ['endpoint_5flist_0',['endpoint_list',['../classeyeballs_1_1endpoint__list.html',1,'eyeballs']]],
  ['environment_1',['environment',['../structeyeballs_1_1environment.html',1,'eyeballs']]],
  ['error_2',['error',['../structeyeballs_1_1error.html',1,'eyeballs']]]
];
