var searchData=
[
  ['somewhere_0',['somewhere',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0a59ea424568c393a39971aac664b73d9f',1,'eyeballs::connectivity']]],
  ['stopped_1',['stopped',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772faf0a0bfe6bc7d2c58d2989034f83183e0',1,'eyeballs']]]
];
