var searchData=
[
  ['outcome_0',['outcome',['../group__tasks.html#ga1aa4471a6828190fbc2f7f056d3a3d8f',1,'eyeballs']]]
];
