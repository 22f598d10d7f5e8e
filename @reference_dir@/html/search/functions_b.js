var searchData=
[
  ['make_5ferror_5fcode_0',['make_error_code',['../group__tasks.html#ga7bf38e7fc52513290eb9a97f9ee85a1c',1,'eyeballs']]],
  ['message_1',['message',['../structeyeballs_1_1error.html#a568267b4e39e0284597b66d81850e6e4',1,'eyeballs::error']]]
];
