var searchData=
[
  ['system_5fresolver_0',['system_resolver',['../group__asio.html#gaefab59438cd79fb64df04d25756b9eea',1,'eyeballs']]]
];
