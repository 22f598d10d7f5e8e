var searchData=
[
  ['errc_0',['errc',['../group__tasks.html#gae192fa4d7e90a60443ed817d2707772f',1,'eyeballs']]]
];
