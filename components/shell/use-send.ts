import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * A mutation that a person triggers. A second call while the first is under way does nothing, so a double click never
 * sends twice: React Query's own `isPending` reaches the button only after the next render.
 *
 * Outcomes belong into the options' `onSuccess`: it also runs when a failed call is tried again from its toast.
 */
export function useSend<Data, Failure, Variables>(options: UseMutationOptions<Data, Failure, Variables>) {
  const isUnderWay = useRef(false);
  const mutation = useMutation(options);
  const send = (variables: Variables) => {
    if (isUnderWay.current || mutation.isPending) return;
    isUnderWay.current = true;
    mutation.mutate(variables, {
      onSettled: () => {
        isUnderWay.current = false;
      },
    });
  };
  return { send, isSending: mutation.isPending, data: mutation.data, variables: mutation.variables, reset: mutation.reset };
}
