import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { readWaysIn, signIn } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { sentence } from '../parts/error-state.tsx';
import styles from './sign-in.module.css';

/** The way in. Who came to an address stands there once they are in. */
export function SignIn() {
  const queries = useQueryClient();
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: ({ signal }) => readWaysIn({ signal }) });
  const enter = useMutation({
    mutationFn: (account: { email: string; password: string }) => signIn(account),
    onSuccess: () => queries.resetQueries(),
  });
  useEffect(() => {
    document.title = 'Sign in · Scruple';
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    enter.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.name}>Scruple</p>
        <h1>Sign in</h1>
        {ways.data?.isSetUp === false ? (
          <p className={styles.first}>
            Nobody has an account here yet. The server printed a link when it started: open it to make the
            first administrator.
          </p>
        ) : null}
        {ways.data?.company === true ? (
          <>
            <Button component="a" href="/auth/company" size="md" fullWidth>
              Sign in with your company
            </Button>
            <p className={styles.or}>or with an account of this server</p>
          </>
        ) : null}
        <form onSubmit={submit} className={styles.form}>
          <TextInput
            name="email"
            type="email"
            label="Mail address"
            withAsterisk={false}
            autoComplete="username"
            required
            size="md"
          />
          <PasswordInput
            name="password"
            label="Password"
            withAsterisk={false}
            autoComplete="current-password"
            required
            size="md"
          />
          {enter.isError ? (
            <p role="alert" className={styles.wrong}>
              {problemOf(enter.error).code === 'request.unauthenticated'
                ? 'The address or the password is not right.'
                : `${sentence(problemOf(enter.error).detail)} ${sentence(problemOf(enter.error).hint)}`}
            </p>
          ) : null}
          <Button
            type="submit"
            size="md"
            fullWidth
            loading={enter.isPending}
            variant={ways.data?.company === true ? 'default' : 'filled'}
          >
            Sign in
          </Button>
        </form>
        <p className="small quiet">No account? An administrator sends you a link.</p>
      </div>
    </main>
  );
}
