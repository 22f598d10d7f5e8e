var searchData=
[
  ['internet_0',['internet',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0ac3581516868fb3b71746931cac66390e',1,'eyeballs::connectivity']]]
];
