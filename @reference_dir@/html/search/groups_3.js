var searchData=
[
  ['tasks_0',['Tasks',['../group__tasks.html',1,'']]],
  ['tests_20in_20virtual_20time_1',['Tests in virtual time',['../group__testing.html',1,'']]],
  ['timelines_2',['Timelines',['../group__trace.html',1,'']]]
];
